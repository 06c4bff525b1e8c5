using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Archives.Warc;

/// <summary>A record of a WARC file: its header, and its block as a stream.</summary>
/// <remarks>The block can be read once, before the reader goes to the next record.</remarks>
public sealed class WarcRecord
{
    private const int UsualBytes = 1024 * 1024;

    internal WarcRecord(
        string version,
        ImmutableArray<WarcField> fields,
        long contentLength,
        WarcLocation location,
        Stream block)
    {
        Version = version;
        Fields = fields;
        ContentLength = contentLength;
        Location = location;
        Block = block;
    }

    /// <summary>The version of its format, such as <c>1.1</c>.</summary>
    public string Version { get; }

    /// <summary>Its header, in order.</summary>
    public ImmutableArray<WarcField> Fields { get; }

    /// <summary>The length of its block in bytes, as the record states it.</summary>
    public long ContentLength { get; }

    /// <summary>Where it begins.</summary>
    public WarcLocation Location { get; }

    /// <summary>Its block. It can only be read asynchronously, and may end early with the file.</summary>
    public Stream Block { get; }

    /// <summary>Its type.</summary>
    public WarcRecordType Type => WarcNames.TypeOf(Find(WarcNames.Type));

    /// <summary>Its id without angle brackets, such as <c>urn:uuid:…</c>; null when it has none.</summary>
    public string? RecordId => Find(WarcNames.RecordId)?.Trim('<', '>');

    /// <summary>When it was captured; null when it does not say.</summary>
    public DateTimeOffset? Date => WarcDate.TryParse(Find(WarcNames.Date), out DateTimeOffset date) ? date : null;

    /// <summary>The address that the record is about; null when missing or invalid.</summary>
    public Uri? TargetUri =>
        Uri.TryCreate(Find(WarcNames.TargetUri)?.Trim('<', '>'), UriKind.Absolute, out Uri? url) ? url : null;

    /// <summary>The type of its block, such as <c>application/http;msgtype=response</c>; or null.</summary>
    public string? ContentType => Find(WarcNames.ContentType);

    /// <summary>The first field with a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The value, or null when there is no such field.</returns>
    public string? Find(string name) => WarcHeaderParser.Find(Fields, name);

    /// <summary>Reads the rest of the block into memory.</summary>
    /// <param name="maximumBytes">The maximum number of bytes to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The bytes; null when there are more, or fewer than the record states.</returns>
    public async ValueTask<byte[]?> ReadBlockAsync(int maximumBytes, CancellationToken cancellationToken = default)
    {
        if (ContentLength > maximumBytes)
        {
            return null;
        }

        // The stated length does not enlarge the buffer: a record that states much and holds little must not cost
        // memory.
        byte[] content = GC.AllocateUninitializedArray<byte>((int)Math.Min(ContentLength, UsualBytes));
        int read = 0;
        while (read < ContentLength)
        {
            if (read == content.Length)
            {
                Array.Resize(ref content, (int)Math.Min(ContentLength, content.Length * 2L));
            }

            int step = await Block.ReadAsync(content.AsMemory(read), cancellationToken).ConfigureAwait(false);
            if (step == 0)
            {
                return null;
            }

            read += step;
        }

        return content;
    }

    /// <summary>Names the record.</summary>
    /// <returns>Its type, address and place.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Find(WarcNames.Type)} {Find(WarcNames.TargetUri)} at {Location.Offset}");
}
