"""The subcommands of ``chithi``, a module each; ``assistant.cli`` imports the one that is asked for."""
