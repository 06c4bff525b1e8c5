using System.Collections.Immutable;

namespace NewsDiff.Archives;

/// <summary>One request to a server, and its answer.</summary>
/// <remarks>Captures do not compare by value: they hold arrays and memory.</remarks>
public sealed record Capture
{
    /// <summary>The requested address.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>The time of the request.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The words after the status code. The default is empty.</summary>
    public string ReasonPhrase { get; init; } = "";

    /// <summary>The fields of the answer, in order. The default is none.</summary>
    public ImmutableArray<HttpField> Headers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The body as it was sent, compressed if <c>Content-Encoding</c> says so. The default is empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether a part of the body is missing. The default is false.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>The fields of the request, in order; empty when unknown. The default is empty.</summary>
    public ImmutableArray<HttpField> RequestHeaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The first field of the answer with a name.</summary>
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
