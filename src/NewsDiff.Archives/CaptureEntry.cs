using NewsDiff.Addresses;
using NewsDiff.Text;

namespace NewsDiff.Archives;

/// <summary>A capture in an archive's list: what it is of, without its content.</summary>
public sealed record CaptureEntry
{
    /// <summary>The address that was requested, without any user name or password.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = UserInfo.Without(AbsoluteUrl.Check(value)); }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The <c>Content-Type</c> of the answer, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the answer is, by its type, a page of HTML.</summary>
    public bool IsPage => MediaType.IsAnyOf(MediaType.Of(ContentType), "text/html", "application/xhtml+xml");

    /// <summary>Where the archive keeps it; means nothing to others.</summary>
    public required string Key { get; init; }
}
