using NewsDiff.Addresses;

namespace NewsDiff.Archives.Mementos;

/// <summary>A capture of a page that a web archive holds.</summary>
public sealed record Memento
{
    /// <summary>The address in the archive.</summary>
    public required Uri Url { get; init; }

    /// <summary>The address of the captured page, without any user name or password.</summary>
    public required Uri Original { get; init => field = UserInfo.Without(value); }

    /// <summary>When it was captured, in UTC.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The HTTP status code; null when the archive does not say.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The media type; null when the archive does not say.</summary>
    public string? MediaType { get; init; }

    /// <summary>The digest of the content, equal for equal content; null when unknown.</summary>
    public string? Digest { get; init; }
}
