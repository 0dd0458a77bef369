"""How the process is: what it counts, what it answers when asked, what it writes down."""
