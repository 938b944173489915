"""What the lane says, in English: the texts that the catalogues in `kiosk/ui/i18n` translate. Data."""
