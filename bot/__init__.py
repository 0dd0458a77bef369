"""The Discord half: parse what a person asked, call the library, render the answer."""
