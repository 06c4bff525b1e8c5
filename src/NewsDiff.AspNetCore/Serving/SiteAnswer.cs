using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>The answer to a request, complete before its first byte is sent.</summary>
internal sealed record SiteAnswer(int Status, string Type, byte[] Body) : IResult
{
    /// <summary>The type of pictures, which are compressed already.</summary>
    internal const string Png = "image/png";

    private const string Plain = "text/plain; charset=utf-8";
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The seconds that a client should wait before retrying; null for none.</summary>
    /// <remarks>The default is null.</remarks>
    internal int? RetryAfter { get; init; }

    /// <summary>Whether the answer is a page, and stops scripts. The default is false.</summary>
    internal bool IsPage { get; init; }

    /// <summary>Whether it is a page for managing, which is for one person and has forms.</summary>
    /// <remarks>The default is false.</remarks>
    internal bool IsManaging { get; init; }

    /// <summary>Whether its address may get another answer while nothing is written.</summary>
    /// <remarks>The default is false.</remarks>
    internal bool IsPassing { get; init; }

    /// <summary>The time of the latest data, if the store is a copy that is behind; null otherwise.</summary>
    internal DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether it is sent in other encodings too. The default is false.</summary>
    internal bool HasVariants { get; init; }

    /// <summary>The encoding of the body; null for none. The default is null.</summary>
    internal string? Encoding { get; init; }

    /// <summary>The tag of these bytes, in quotes; null for an answer that is no success.</summary>
    internal string? Tag { get; init; } = Status == StatusCodes.Status200OK
        ? $"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, 16))}\""
        : null;

    /// <summary>A page of HTML.</summary>
    internal static SiteAnswer Page(int status, string html) =>
        new(status, Html, System.Text.Encoding.UTF8.GetBytes(html)) { IsPage = true };

    internal static SiteAnswer Ok(string type, string text) => Of(StatusCodes.Status200OK, type, text);

    internal static SiteAnswer Of(int status, string type, string text) =>
        new(status, type, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A sentence instead of a page.</summary>
    internal static SiteAnswer Sentence(int status, string sentence) => Of(status, Plain, sentence + "\n");

    /// <summary>Sends the answer, or 304 to a client that already has it.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        IHeaderDictionary headers = response.Headers;
        response.StatusCode = Status;
        headers.CacheControl = Status == StatusCodes.Status200OK && !IsManaging ? "private, no-cache" : "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (IsPage)
        {
            headers.ContentSecurityPolicy = PageRenderer.ContentSecurityPolicy;

            // Without it, browsers would send forms with an origin of "null".
            headers["Referrer-Policy"] = IsManaging ? "same-origin" : "no-referrer";
        }

        headers.RetryAfter = RetryAfter?.ToString(provider: null);
        headers["NewsDiff-As-Of"] = AsOf?.ToString("R", CultureInfo.InvariantCulture);
        if (HasVariants)
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (Tag is not null && IsKnown(httpContext.Request, Tag, headers))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentEncoding = Encoding;
        response.ContentType = Type;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(Body, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool IsKnown(HttpRequest request, string tag, IHeaderDictionary headers)
    {
        headers.ETag = tag;
        if (request.Headers.IfNoneMatch.Count == 0)
        {
            return false;
        }

        var current = new EntityTagHeaderValue(tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(current, useStrongComparison: false));
    }
}
