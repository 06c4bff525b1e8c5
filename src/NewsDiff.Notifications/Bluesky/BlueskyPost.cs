namespace NewsDiff.Notifications.Bluesky;

/// <summary>A post that others may answer: its address, the mark of its content, and its thread's first post.</summary>
internal sealed record BlueskyPost(string Uri, string Cid, string RootUri, string RootCid);
