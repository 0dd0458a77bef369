"""Settings: config.toml and the environment, once, into frozen values.

An unknown key or an impossible value is a `BadValueError` that says what would be right. Secrets
come from the environment alone and show themselves to nobody who prints or logs them.
"""

from bot.settings.reading import CONFIG_FILE, SECTIONS, load_settings
from bot.settings.sections import (
    DEFAULT_DATABASE,
    HIDDEN,
    BriefingSettings,
    DiscordSettings,
    HealthSettings,
    IntakeSettings,
    LoggingSettings,
    PostingSettings,
    Secret,
    Settings,
    numbers,
)

__all__ = [
    "CONFIG_FILE",
    "DEFAULT_DATABASE",
    "HIDDEN",
    "SECTIONS",
    "BriefingSettings",
    "DiscordSettings",
    "HealthSettings",
    "IntakeSettings",
    "LoggingSettings",
    "PostingSettings",
    "Secret",
    "Settings",
    "load_settings",
    "numbers",
]
