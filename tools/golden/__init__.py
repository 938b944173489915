"""Pictures of the screens that are compared exactly.

`chosen` says which, `drawing` draws them, `review` makes the page of those that changed; `make golden`
accepts what they look like now. tests/ui/golden holds what was accepted.
"""
