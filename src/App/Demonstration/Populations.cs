namespace Responsables.App.Demonstration;

/// <summary>Inhabitants by department, in tens of thousands: rounded, from general knowledge, only to spread staff plausibly.</summary>
internal static class Populations
{
    private const string Table =
        "01:67 02:53 03:34 04:17 05:14 06:111 07:33 08:27 09:15 10:31 11:38 12:28 13:206 14:70 15:14 16:35 17:66 18:30 19:24 21:54 22:61 23:12 "
        + "24:41 25:55 26:52 27:60 28:43 29:92 2A:16 2B:18 30:76 31:145 32:19 33:167 34:121 35:111 36:22 37:62 38:129 39:26 40:42 41:33 42:77 "
        + "43:23 44:147 45:69 46:18 47:33 48:8 49:82 50:50 51:56 52:17 53:31 54:73 55:18 56:77 57:105 58:20 59:261 60:83 61:28 62:146 63:67 "
        + "64:70 65:23 66:49 67:116 68:77 69:191 70:23 71:55 72:57 73:45 74:85 75:212 76:126 77:145 78:146 79:37 80:57 81:40 82:27 83:110 "
        + "84:56 85:70 86:44 87:37 88:36 89:33 90:14 91:132 92:164 93:167 94:142 95:126 971:38 972:36 973:29 974:88 976:31";

    private static readonly Dictionary<string, decimal> ByDepartment = Table.Split(' ')
        .Select(entry => entry.Split(':'))
        .ToDictionary(entry => entry[0], entry => decimal.Parse(entry[1], System.Globalization.CultureInfo.InvariantCulture));

    public static decimal Of(string? department) => department is not null && ByDepartment.TryGetValue(department, out var known) ? known : 60;
}
