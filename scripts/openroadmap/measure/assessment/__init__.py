"""A plan held against a pack of requirements: records and a day come in, an assessment goes out.

``assess`` is pure: no clock, no git, no files. It never raises for what is in
the records, and gives a verdict on each requirement in each of its phases.

What others build on:

- ``standards.pack``: ``Pack``, ``Requirement``, ``Text`` (a mapping by language, read with
  ``in_language``), ``Bound`` with its ``Threshold``s (``whose`` is ogp, ours or own).
- ``standards.load``: ``load_pack(id)`` for our packs. A member's own packs and overrides in
  ``commitments/standards/`` are read by ``read.packs.read_packs(root)``, which gives all
  packs by id, own ones merged in, and findings. (The loader cannot read them itself: the
  strict YAML reader is a room to its right.)
- ``standards.sentences``: ``Sentence(text, args, many)`` and ``say(sentence, words)``.
- ``Verdict`` has, beyond what was agreed, ``remarks`` (further sentences) and ``at`` (the data
  path in the first of ``records``); ``Assessment`` has ``ambition``, ``counts()`` and ``of()``.
- ``packs_for(records)`` says which packs a plan is held against; ``assess_plan`` does all.
"""

from __future__ import annotations

from openroadmap.measure.assessment.assess import assess, assess_plan, packs_for
from openroadmap.measure.assessment.verdicts import (
    PHASE_WORDS,
    PROOF_WORDS,
    STATE_WORDS,
    Assessment,
    Deadline,
    Proof,
    State,
    Verdict,
)

__all__ = [
    "PHASE_WORDS",
    "PROOF_WORDS",
    "STATE_WORDS",
    "Assessment",
    "Deadline",
    "Proof",
    "State",
    "Verdict",
    "assess",
    "assess_plan",
    "packs_for",
]
