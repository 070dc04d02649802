"""The ready questions: one `.rq` file each, what they take and give, and the pages that several of them make."""
