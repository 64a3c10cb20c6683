"""What runs in the browser: one folder a component, with its scripts, its styles and the module that mounts it."""
