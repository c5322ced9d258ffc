using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Accounts;
using Xunit;

namespace Responsables.Domain.Tests.Accounts;

public class TotpTests
{
    // RFC 6238, appendix B, in six digits.
    private static readonly TotpSecret Known = TotpSecret.Of(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Known, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_differ_by_one_step(int steps, bool isAccepted)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var typed = Totp.CodeOf(Known, Totp.StepAt(now) + steps);
        Assert.Equal(isAccepted ? Totp.StepAt(now) + steps : null, Totp.StepOf(Known, typed, now, null));
    }

    [Fact]
    public void A_code_is_good_once_and_those_before_it_are_over()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var step = Totp.StepAt(now);
        Assert.Null(Totp.StepOf(Known, Totp.CodeOf(Known, step), now, step));
        Assert.Null(Totp.StepOf(Known, Totp.CodeOf(Known, step - 1), now, step));
        Assert.Equal(step + 1, Totp.StepOf(Known, Totp.CodeOf(Known, step + 1), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("05047")]
    [InlineData("0504711")]
    [InlineData("०५०४७१")]
    public void What_is_no_code_is_refused(string typed) =>
        Assert.Null(Totp.StepOf(Known, typed, DateTimeOffset.FromUnixTimeSeconds(1_111_111_111), null));

    [Fact]
    public void Spaces_in_a_code_do_not_matter() =>
        Assert.NotNull(Totp.StepOf(Known, " 050 471 ", DateTimeOffset.FromUnixTimeSeconds(1_111_111_111), null));

    [Fact]
    public void A_secret_is_written_in_base_32_and_read_back()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Known.Text);
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Known.Grouped);
        Assert.Null(TotpSecret.Read("GEZ1"));
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>().Filter(b => b.Length > 0), bytes => TotpSecret.Read(TotpSecret.Of(bytes).Text)?.Text == TotpSecret.Of(bytes).Text
            && TotpSecret.Of(bytes).Text.Length == ((bytes.Length * 8) + 4) / 5).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_link_names_the_site_and_the_account() => Assert.Equal(
        "otpauth://totp/Responsables:a%40b.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Responsables", Known.Link("Responsables", "a@b.fr"));
}
