using System.Collections.Immutable;

namespace NewsDiff.Archives.Warc;

/// <summary>A record to be written.</summary>
public sealed record WarcRecordDraft
{
    /// <summary>Its type.</summary>
    public required WarcRecordType Type { get; init; }

    /// <summary>Its block.</summary>
    public ReadOnlyMemory<byte> Block { get; init; }

    /// <summary>The address it is about; null for a record without one.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? TargetUri { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>When it was captured. The default is null: now.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The type of its block; null for the usual one. The default is null.</summary>
    public string? ContentType { get; init; }

    /// <summary>The offset of the payload in the block; null for no payload digest.</summary>
    /// <remarks>The default is null.</remarks>
    public int? PayloadStart { get; init; }

    /// <summary>Further fields, such as <c>WARC-Concurrent-To</c>, in order. The default is none.</summary>
    public ImmutableArray<WarcField> Fields { get; init => field = value.IsDefault ? [] : value; } = [];
}
