namespace Responsables.Domain.Accounts;

/// <summary>The secret of a second factor, shared once with an application that shows codes (RFC 4226: 160 bits), written in base 32 (RFC 4648).</summary>
public sealed record TotpSecret
{
    /// <summary>Bytes of a new secret.</summary>
    public const int Length = 20;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsOfSign = 5;
    private const int GroupLength = 4;

    private TotpSecret(byte[] bytes) => Bytes = bytes;

    internal byte[] Bytes { get; }

    /// <summary>The secret as an application takes it: base 32 without padding.</summary>
    public string Text => Write(Bytes);

    /// <summary>The same in groups of four, to be typed by hand.</summary>
    public string Grouped => string.Join(' ', Text.Chunk(GroupLength).Select(g => new string(g)));

    /// <summary>The secret of bytes drawn by chance.</summary>
    public static TotpSecret Of(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>The secret that <see cref="Text"/> wrote; null when the text is none.</summary>
    public static TotpSecret? Read(string text)
    {
        var bytes = new List<byte>(text.Length * BitsOfSign / 8);
        int kept = 0, bits = 0;
        foreach (var sign in text)
        {
            var value = Alphabet.IndexOf(sign, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            kept = (kept << BitsOfSign) | value;
            bits += BitsOfSign;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(kept >> bits));
                kept &= (1 << bits) - 1;
            }
        }

        return bytes.Count == 0 || kept != 0 ? null : new TotpSecret([.. bytes]);
    }

    /// <summary>The address that opens an application with this secret (Key Uri Format).</summary>
    public string Link(string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Text}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Write(byte[] bytes)
    {
        var text = new System.Text.StringBuilder();
        int kept = 0, bits = 0;
        foreach (var one in bytes)
        {
            kept = (kept << 8) | one;
            bits += 8;
            while (bits >= BitsOfSign)
            {
                bits -= BitsOfSign;
                text.Append(Alphabet[(kept >> bits) & 31]);
                kept &= (1 << bits) - 1;
            }
        }

        return bits > 0 ? text.Append(Alphabet[(kept << (BitsOfSign - bits)) & 31]).ToString() : text.ToString();
    }
}
