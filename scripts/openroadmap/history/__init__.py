"""What the history of the repository proves: a project's folder comes in, git's facts go out."""
