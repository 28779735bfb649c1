"""What may be wrong around the plans: each module looks at one side of a workspace and gives troubles."""
