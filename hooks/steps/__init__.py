"""The steps of a build between MkDocs and the plain Python of houvast.

hooks/site_build.py takes them in order; what one leaves for another stands in site_state.py.
"""
