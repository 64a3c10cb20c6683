"""The rules behind the cues, one module a subject: named studies, unnamed sources, wording, groups, harm."""
