"""Domain values → what others read: the contract's JSON, CSV for Swedish Excel, XLSX."""
