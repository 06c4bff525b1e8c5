using System.Collections.Immutable;

namespace NewsDiff.Archives;

/// <summary>What a server was asked once, and what it answered.</summary>
/// <remarks>Captures do not compare by value: they hold arrays and memory.</remarks>
public sealed record Capture
{
    /// <summary>The address that was asked.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The words after the status code. The default is empty.</summary>
    public string ReasonPhrase { get; init; } = "";

    /// <summary>The fields of the answer, in order. The default is none.</summary>
    public ImmutableArray<HttpField> Headers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The body as it was sent, compressed where <c>Content-Encoding</c> says so. The default is empty.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether not all of the body was taken. The default is false.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>The fields of the request, in order. The default is none: it is not known.</summary>
    public ImmutableArray<HttpField> RequestHeaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The first field of the answer of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The value, or null when there is no such field.</returns>
    public string? Find(string name)
    {
        foreach (HttpField field in Headers)
        {
            if (field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }
}
