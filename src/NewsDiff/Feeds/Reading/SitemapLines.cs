namespace NewsDiff.Feeds.Reading;

/// <summary>Reads a plain-text sitemap with an address on each line.</summary>
internal sealed class SitemapLines(Queue<SitemapEntry> found)
{
    private const int MostOthers = 1_000;

    private readonly char[] _line = new char[FeedLimits.AddressLength];
    private int _length;
    private int _others;
    private bool _isTooLong;
    private bool _hasAddress;

    /// <summary>Whether every line so far is an address; null before the first.</summary>
    public bool? AreAddresses => Fault is not null ? false : _hasAddress ? true : null;

    /// <summary>The fault of the text, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether too many lines are not addresses.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads the next block.</summary>
    public void Take(ReadOnlySpan<char> block, bool isEnd)
    {
        for (int end = block.IndexOfAny('\n', '\r'); end >= 0 && !IsDone; end = block.IndexOfAny('\n', '\r'))
        {
            Append(block[..end]);
            EndLine();
            block = block[(end + 1)..];
        }

        Append(block);
        if (isEnd)
        {
            EndLine();
        }
    }

    private void Append(ReadOnlySpan<char> part)
    {
        part = _length == 0 ? part.TrimStart() : part;
        int length = Math.Min(part.Length, _line.Length - _length);
        part[..length].CopyTo(_line.AsSpan(_length));
        _length += length;
        _isTooLong |= !part[length..].IsWhiteSpace();
    }

    private void EndLine()
    {
        ReadOnlySpan<char> line = _line.AsSpan(0, _length).TrimEnd();
        if (!line.IsEmpty)
        {
            bool isAddress = line.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                && !_isTooLong
                && !line.ContainsAny(' ', '\t');
            Uri? url = isAddress ? FeedLink.FromId(line) : null;
            if (url is not null)
            {
                found.Enqueue(new SitemapEntry { Url = url });
            }
            else
            {
                Fault ??= "One of its lines is not an address.";
                IsDone = ++_others > MostOthers;
            }

            _hasAddress |= url is not null;
        }

        _length = 0;
        _isTooLong = false;
    }
}
