namespace NewsDiff.Notifications.Bluesky;

/// <summary>A post to reply to: its address and content id (CID), and those of its thread's first post.</summary>
internal sealed record BlueskyPost(string Uri, string Cid, string RootUri, string RootCid);
