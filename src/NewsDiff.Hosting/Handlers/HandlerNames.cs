namespace NewsDiff.Hosting.Handlers;

/// <summary>The names of the registered handlers.</summary>
internal static class HandlerNames
{
    /// <summary>Names the handlers; those with the same name get numbers in the order of registration.</summary>
    public static Dictionary<string, IArticleChangeHandler> Of(TrackerServices services)
    {
        var named = new Dictionary<string, IArticleChangeHandler>(StringComparer.Ordinal);
        foreach (IArticleChangeHandler handler in services.GetAll<IArticleChangeHandler>()
            .Concat(services.GetAll<IArticleHandlerSource>().SelectMany(source => source.GetHandlers())))
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
