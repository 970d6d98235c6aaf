"""An invented practice to look at: ten groups, true to life. Nothing may import this."""
