"""Values → what Discord shows. Pure: no clock, no network, the same answer for the same values."""
