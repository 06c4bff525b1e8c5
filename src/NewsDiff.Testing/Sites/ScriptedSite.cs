using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsDiff.Testing.Sites;

/// <summary>A real web site on 127.0.0.1 whose pages change by a script.</summary>
/// <remarks>
/// A script is a function of the request, or a list of answers, each given once, except that the last is repeated. It
/// may look at a clock, so that a test moves the site and its reader together.
/// </remarks>
public sealed class ScriptedSite : IAsyncDisposable
{
    private readonly LoopbackSite _site;
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    private ScriptedSite(LoopbackSite site) => _site = site;

    /// <summary>Its address.</summary>
    public Uri BaseUrl => _site.BaseUrl;

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _site.Requests;

    /// <summary>Starts an empty site: every path answers 404 until it has a script.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The scripted site disposes it.")]
    public static async Task<ScriptedSite> StartAsync() => new(await LoopbackSite.StartAsync());

    /// <summary>The absolute address of a path.</summary>
    public Uri Url(string path) => _site.Url(path);

    /// <summary>Sets what a path answers from now on.</summary>
    /// <param name="path">The path, without query.</param>
    /// <param name="answer">Makes the answer to each request.</param>
    public ScriptedSite Script(string path, Func<ScriptedRequest, ScriptedAnswer> answer)
    {
        _site.Map(path, context => AnswerAsync(context, path, answer));
        return this;
    }

    /// <summary>Sets what a path answers, one after the other; the last one stays.</summary>
    /// <param name="path">The path, without query.</param>
    /// <param name="answers">The answers.</param>
    public ScriptedSite Script(string path, params ScriptedAnswer[] answers)
    {
        int next = 0;
        return Script(path, _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length) - 1]);
    }

    /// <summary>How often a path was asked for.</summary>
    public int CountOf(string path) => _counts.GetValueOrDefault(path);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, string path, Func<ScriptedRequest, ScriptedAnswer> script)
    {
        int number = _counts.AddOrUpdate(path, 1, (_, count) => count + 1);
        ScriptedAnswer answer = script(new ScriptedRequest(
            path, number, HeaderOf(context, "If-None-Match"), HeaderOf(context, "If-Modified-Since")));
        context.Response.StatusCode = answer.Status;
        foreach ((string name, string value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length == 0)
        {
            return;
        }

        byte[] body = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = body.Length;
        int sent = Math.Min(answer.BreaksAfter ?? body.Length, body.Length);
        await context.Response.Body.WriteAsync(body.AsMemory(0, sent));
        if (sent < body.Length)
        {
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
    }

    private static string? HeaderOf(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
