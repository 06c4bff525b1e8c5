namespace NewsDiff.Hosting.Handlers;

/// <summary>The names of the registered handlers.</summary>
internal static class HandlerNames
{
    /// <summary>Names the handlers; those with one name get numbers in the order of registration.</summary>
    public static Dictionary<string, IArticleChangeHandler> Of(IEnumerable<IArticleChangeHandler> handlers)
    {
        var named = new Dictionary<string, IArticleChangeHandler>(StringComparer.Ordinal);
        foreach (IArticleChangeHandler handler in handlers)
        {
            string name = handler.Name;
            for (int i = 2; !named.TryAdd(name, handler); i++)
            {
                name = $"{handler.Name} {i}";
            }
        }

        return named;
    }
}
