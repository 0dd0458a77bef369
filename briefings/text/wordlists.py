"""Word lists are written as running text, which stays readable at some hundred words."""


def words(*texts: str) -> frozenset[str]:
    """The words of some texts."""
    return frozenset(word for text in texts for word in text.split())
