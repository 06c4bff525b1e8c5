namespace NewsDiff.Notifications.Messages;

/// <summary>Remembers the latest post of each article, so that the next one is a reply to it.</summary>
/// <remarks>Only one call is made at a time, so nothing is locked.</remarks>
internal sealed class Threads<T>
    where T : class
{
    /// <summary>The maximum number of articles; threads of others are found among the latest posts.</summary>
    private const int Most = 5000;

    private readonly Dictionary<Uri, T> _posts = [];
    private readonly Queue<Uri> _order = [];

    /// <summary>The latest post of an article; null when it is not known.</summary>
    public T? Find(Uri article) => _posts.GetValueOrDefault(article);

    /// <summary>Notes the latest post of an article.</summary>
    public void Note(Uri article, T post)
    {
        if (!_posts.ContainsKey(article))
        {
            _order.Enqueue(article);
        }

        _posts[article] = post;
        if (_order.Count > Most)
        {
            _posts.Remove(_order.Dequeue());
        }
    }
}
