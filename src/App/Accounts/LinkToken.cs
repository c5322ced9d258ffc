using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Responsables.App.Accounts;

/// <summary>The secret of a link: 256 bits of chance. The database keeps only its hash.</summary>
public sealed record LinkToken(string Text)
{
    private const int Bytes = 32;

    public string Hash => HashOf(Text);

    public static LinkToken New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A link that was made. It can be shown only by whoever holds its token: the same request sent again gives another one.</summary>
/// <param name="IsMailed">Whether it leaves by e-mail: it is shown to nobody.</param>
public sealed record LinkMade(Guid Id, string Email, string TokenHash, DateTimeOffset ExpiresAt, bool IsMailed = false)
{
    public bool Opens(LinkToken token) => TokenHash == token.Hash;
}
