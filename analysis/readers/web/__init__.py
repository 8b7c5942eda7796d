"""
Links: an address checked, robots.txt asked, a page fetched within bounds.

- address: whether an address may be asked
- robots: whether a site lets us
- pools: connections to checked addresses alone
- fetch: a page within bounds
- link: a link to a draft
"""
