"""What stands in front of every handler: who may enter, how often, and how a refusal is told."""
