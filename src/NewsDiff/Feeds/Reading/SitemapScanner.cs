namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the entries of a sitemap from blocks of characters.</summary>
internal sealed class SitemapScanner
{
    private readonly SitemapDraft _draft;
    private readonly SitemapLexer _lexer;
    private readonly Queue<SitemapEntry> _found;
    private SitemapLines? _lines;
    private bool _isMarkup;
    private bool _isObject;

    /// <summary>Creates a scanner.</summary>
    /// <param name="baseUrl">The base of relative addresses.</param>
    /// <param name="found">The list that gets the entries.</param>
    public SitemapScanner(Uri baseUrl, Queue<SitemapEntry> found)
    {
        _draft = new SitemapDraft(baseUrl, found);
        _lexer = new SitemapLexer(_draft);
        _found = found;
    }

    /// <summary>Whether this is a sitemap; null while unknown.</summary>
    public bool? IsSitemap => _isObject ? false : _lines is not null ? _lines.AreAddresses : _draft.IsSitemap;

    /// <summary>Whether no more entries can follow.</summary>
    public bool IsDone => _draft.IsDone || _lines?.IsDone is true;

    /// <summary>The first fault of the document so far, or null.</summary>
    public string? Fault => _lines is not null ? _lines.Fault : _draft.Fault;

    /// <summary>Reads the next block.</summary>
    /// <param name="block">The characters.</param>
    /// <param name="isEnd">Whether it is the last block.</param>
    public void Take(ReadOnlySpan<char> block, bool isEnd)
    {
        if (_lines is null && !_isMarkup)
        {
            block = block.TrimStart();
            bool isText = block.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || block.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            _lines = isText ? new SitemapLines(_found) : null;
            _isMarkup = !isText && !block.IsEmpty;
            _isObject = block is ['{', ..];
        }

        if (_lines is not null)
        {
            _lines.Take(block, isEnd);
            return;
        }

        _lexer.Take(block);
        if (isEnd)
        {
            _draft.End();
        }
    }
}
