"""What the shopper sees: Qt Quick screens, fed by one-way bridges."""
