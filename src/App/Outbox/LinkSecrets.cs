namespace Responsables.App.Outbox;

/// <summary>Enciphers the secret of a link for the time that it waits to be sent. The site has one; the command has none, and leaves links to the site.</summary>
public interface ILinkSecrets
{
    /// <summary>The secret, as it may be kept.</summary>
    string Hide(string secret);

    /// <summary>The secret again; null when the key that hid it is gone.</summary>
    string? Show(string hidden);
}
