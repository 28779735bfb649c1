"""What ships (forms, planners, profiles, templates) and the module that finds it and the workspace's own."""
