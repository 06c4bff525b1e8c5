using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NewsDiff.Pages;

namespace NewsDiff.AspNetCore.Serving;

/// <summary>The answer to a request, complete before its first byte is sent.</summary>
internal sealed record SiteAnswer(int Status, string Type, string Text) : IResult
{
    private const string Plain = "text/plain; charset=utf-8";
    private const string Html = "text/html; charset=utf-8";

    /// <summary>The seconds that a client should wait before retrying; null for none.</summary>
    /// <remarks>The default is null.</remarks>
    internal int? RetryAfter { get; init; }

    /// <summary>Whether the answer is a page, and stops scripts. The default is false.</summary>
    internal bool IsPage { get; init; }

    /// <summary>A page of HTML.</summary>
    internal static SiteAnswer Page(int status, string html) => new(status, Html, html) { IsPage = true };

    internal static SiteAnswer Ok(string type, string text) => new(StatusCodes.Status200OK, type, text);

    /// <summary>A sentence instead of a page.</summary>
    internal static SiteAnswer Sentence(int status, string sentence) => new(status, Plain, sentence + "\n");

    /// <summary>Sends the answer, or 304 to a client that already has it.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        byte[] body = Encoding.UTF8.GetBytes(Text);
        response.StatusCode = Status;
        response.Headers.CacheControl = Status == StatusCodes.Status200OK ? "private, no-cache" : "no-store";
        AddSecurity(response.Headers);
        response.Headers.RetryAfter = RetryAfter?.ToString(provider: null);
        if (Status == StatusCodes.Status200OK && IsKnown(httpContext.Request, TagOf(body), response))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = Type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(body, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private void AddSecurity(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        if (IsPage)
        {
            headers.ContentSecurityPolicy = PageRenderer.ContentSecurityPolicy;
            headers["Referrer-Policy"] = "no-referrer";
        }
    }

    private static EntityTagHeaderValue TagOf(byte[] body) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"");

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag, HttpResponse response)
    {
        response.Headers.ETag = tag.ToString();
        return request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }
}
