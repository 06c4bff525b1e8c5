using System.Globalization;
using System.Text;

namespace NewsDiff.Tests.Feeds;

/// <summary>
/// A news sitemap of any number of entries that is made while it is read, so that only the reader uses memory.
/// </summary>
internal sealed class LongSitemap(int entries) : Stream
{
    private byte[] _part = Encoding.UTF8.GetBytes(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        + "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">");

    private int _at;
    private int _made;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_at == _part.Length && _made <= entries)
        {
            _part = Encoding.UTF8.GetBytes(_made == entries ? "</urlset>" : Entry(_made));
            _at = 0;
            _made++;
        }

        int length = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static string Entry(int n) => string.Create(CultureInfo.InvariantCulture, $"""
        <url><loc>https://news.example/2026/11/22/story-{n}</loc><lastmod>2026-11-22T10:00:00+01:00</lastmod>
        <news:news><news:publication><news:name>News</news:name><news:language>en</news:language></news:publication>
        <news:publication_date>2026-11-22T10:00:00+01:00</news:publication_date><news:title>Story number {n} of the day</news:title></news:news></url>
        """);
}
