"""When groups meet: cycles opened, weeks moved and skipped, stand-ins, and a private calendar."""
