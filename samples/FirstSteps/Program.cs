using NewsDiff.Samples.FirstSteps;

// One small program for each of the first steps; README.md has the commands.
switch (args)
{
    case ["compare", var before, var after]:
        await Compare.RunAsync(before, after);
        return 0;
    case ["read", var url, .. var privateHosts]:
        return await Read.RunAsync(new Uri(url), privateHosts) ? 0 : 1;
    case ["follow", var feed, .. var privateHosts]:
        await Follow.RunAsync(new Uri(feed), privateHosts);
        return 0;
    default:
        Console.Error.WriteLine("compare OLD NEW, read ADDRESS [PRIVATE-HOST], or follow FEED [PRIVATE-HOST]");
        return 2;
}
