using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Npgsql;

namespace Ledger.Store.Tests;

/// <summary>Addresses say where, never the secret.</summary>
public sealed class StoreAddressTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData("ledger.db")]
    [InlineData("/a/b c/ä.ledger")]
    [InlineData("a=b.ledger")]
    public void Parse_AnythingElse_IsAPath(string text)
    {
        Assert.Equal(text, StoreAddress.Parse(text).Path);
        Assert.Equal(text, StoreAddress.Parse(text).ToString());
    }

    [Fact]
    public void Parse_WholeUrl_IsUnderstood()
    {
        var settings = Settings($"postgresql://me:{Secret}%40%2F@db.example:5433/lab?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=/c.pem&sslkey=/k.pem&schema=lab_1&connect_timeout=7&application_name=x&Maximum%20Pool%20Size=9");

        Assert.Equal(("db.example", 5433, "lab", "me", $"{Secret}@/"), (settings.Host, settings.Port, settings.Database, settings.Username, settings.Password));
        Assert.Equal((SslMode.VerifyFull, "/ca.pem", "/c.pem", "/k.pem"), (settings.SslMode, settings.RootCertificate, settings.SslCertificate, settings.SslKey));
        Assert.Equal((7, "x", 9), (settings.Timeout, settings.ApplicationName, settings.MaxPoolSize));
    }

    [Theory]
    [InlineData("postgres://h/db", "h", 5432, "db")]
    [InlineData("POSTGRES://h:1/db", "h", 1, "db")]
    [InlineData("postgres://u@/db?host=/run/x&port=7", "/run/x", 7, "db")]
    [InlineData("postgres://[::1]:9/db", "::1", 9, "db")]
    [InlineData("postgres://h", "h", 5432, null)]
    public void Parse_PartsLeftOut_HaveDefaults(string text, string host, int port, string? database)
    {
        var settings = Settings(text);

        Assert.Equal((host, port, database), (settings.Host, settings.Port, settings.Database));
        Assert.Null(settings.Password);
    }

    [Theory]
    [InlineData("postgres://me:s3cr3t@h:5433/db?schema=lab&sslpassword=s3cr3t", "postgres://me@h:5433/db?schema=lab")]
    [InlineData("postgres://me:s3cr3t@/db?host=/run/pg", "postgres://me@/db?host=/run/pg")]
    [InlineData("postgres://h/db?password=s3cr3t&user=me", "postgres://me@h/db")]
    public void ToString_HoldsNoSecret(string text, string expected) => Assert.Equal(expected, StoreAddress.Parse(text).ToString());

    // Whatever part a secret that was not escaped falls into, no message repeats it.
    [Theory]
    [InlineData("postgres://me:pa/s3cr3t@h/db")]
    [InlineData("postgres://me:pa?s3cr3t@h/db")]
    [InlineData("postgres://me:s3cr3t/db")]
    [InlineData("postgres://me:1:s3cr3t/db")]
    [InlineData("postgres://h/db?nonsense=s3cr3t")]
    [InlineData("postgres://h/db?n0ns3ns3-s3cr3t")]
    [InlineData("postgres://h/db?sslmode=s3cr3t")]
    [InlineData("postgres://h/db?port=s3cr3t")]
    [InlineData("postgres://h/db?schema=S3cr3t;s3cr3t")]
    [InlineData("postgres://h/db?multiplexing=true&password=s3cr3t")]
    [InlineData("mysql://me:s3cr3t@h/db")]
    [InlineData("Host=h;Password=s3cr3t")]
    [InlineData("Server=h;Pwd=s3cr3t")]
    public void Parse_Mistake_IsToldWithoutTheSecret(string text)
    {
        var exception = Assert.Throws<MalformedStoreAddressException>(() => StoreAddress.Parse(text));

        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("postgres://h:0/db")]
    [InlineData("postgres://h:65536/db")]
    [InlineData("postgres://h/db?schema=")]
    [InlineData("postgres://h/db?schema=1a")]
    [InlineData("postgres://h/db?schema=pg_x")]
    [InlineData("postgres://h/db?schema=a-b")]
    public void Parse_Malformed_IsRefused(string text) => Assert.Throws<MalformedStoreAddressException>(() => StoreAddress.Parse(text));

    [Fact]
    public void Open_WrongServer_NamesNoSecret()
    {
        var address = StoreAddress.Parse($"postgres://me:{Secret}@localhost:1/db?connect_timeout=2");

        var exception = Assert.Throws<StoreUnreachableException>(() => PostgresLedgerStore.Open(address, OpenMode.Existing));

        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    private static NpgsqlConnectionStringBuilder Settings(string text) => StoreAddress.Parse(text).Postgres!.Settings();
}
