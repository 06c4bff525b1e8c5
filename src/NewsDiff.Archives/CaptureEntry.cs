using NewsDiff.Addresses;
using NewsDiff.Text;

namespace NewsDiff.Archives;

/// <summary>A capture in an archive's list, without its content.</summary>
public sealed record CaptureEntry
{
    /// <summary>The address that was requested, without any user name or password.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = UserInfo.Without(AbsoluteUrl.Check(value)); }

    /// <summary>The time of the request.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The <c>Content-Type</c> of the answer, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the answer's type says that it is an HTML page.</summary>
    public bool IsPage => MediaType.IsAnyOf(MediaType.Of(ContentType), "text/html", "application/xhtml+xml");

    /// <summary>The key of the capture in its archive.</summary>
    public required string Key { get; init; }
}
