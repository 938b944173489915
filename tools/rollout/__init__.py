"""Rehearse a rollout on bare machines, by the commands of docs/deploy.md as written."""
