using System.Collections.Concurrent;
using NewsDiff.Events;

namespace NewsDiff.Hosting.Tests.Testing;

/// <summary>A handler that keeps what it hears, and does with it what a test says.</summary>
internal sealed class Recorder(Func<ArticleNotice, CancellationToken, ValueTask>? answer = null) : IArticleChangeHandler
{
    public string Name { get; init; } = "recorder";

    public ConcurrentQueue<ArticleNotice> Heard { get; } = [];

    public IEnumerable<ArticleEventKind> Kinds => Heard.Select(notice => notice.Event.Kind);

    public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("All goes to HandleNoticeAsync.");

    public ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
    {
        Heard.Enqueue(notice);
        return answer?.Invoke(notice, cancellationToken) ?? ValueTask.CompletedTask;
    }
}
