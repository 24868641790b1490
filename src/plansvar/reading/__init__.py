"""Files → documents: text, Markdown, HTML, DOCX, ODT, XLSX, PPTX and PDF."""
