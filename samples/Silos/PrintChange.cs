using NewsDiff.Events;
using NewsDiff.Hosting;

namespace NewsDiff.Samples.Silos;

/// <summary>Prints what happens; of all silos, one calls it.</summary>
internal sealed class PrintChange : IArticleChangeHandler
{
    public string Name => "print";

    public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{notice.Event.Kind}: {notice.Version?.Article.Url}");
        return ValueTask.CompletedTask;
    }
}
