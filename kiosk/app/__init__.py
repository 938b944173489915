"""Where everything meets: settings, composition, engine, command line."""
