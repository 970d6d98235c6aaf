"""Attendance from the video room's own report: proposed, looked at, confirmed in one act."""
