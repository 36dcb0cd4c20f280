package dev.coffer.common.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What identity providers issue, told apart; quotes are written as ' here. */
class AccessTokensTest {
    private static final AccessTokens PROVEN = new AccessTokens(CallerConfigs.of(Map.of()));
    private static final AccessTokens STRICT =
            new AccessTokens(CallerConfigs.of(Map.of("coffer.caller.access-tokens", "rfc9068")));
    private static final AccessTokens ANY =
            new AccessTokens(CallerConfigs.of(Map.of("coffer.caller.access-tokens", "any")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Keycloak            | JWT                | 'typ':'Bearer','azp':'app','sid':'s','scope':'openid'",
        "Keycloak with nonce | JWT                | 'typ':'Bearer','nonce':'n'",
        "RFC 9068            | at+jwt             | 'client_id':'app','jti':'1','auth_time':1,'acr':'1','amr':['pwd']",
        "RFC 9068            | application/at+jwt | 'client_id':'app'",
        "RFC 9068            | AT+JWT             | 'client_id':'app'",
        "Auth0               | JWT                | 'azp':'app','scope':'openid profile'",
        "Auth0, service      | JWT                | 'azp':'app','gty':'client-credentials'",
        "Entra ID            | JWT                | 'azp':'app','azpacr':'1','scp':'files','tid':'t','ver':'2.0'",
        "Entra ID, service   | JWT                | 'azp':'app','azpacr':'1','roles':['coffer-internal']",
        "Entra ID 1.0        | JWT                | 'appid':'app','appidacr':'1'",
        "Okta                |                    | 'cid':'app','uid':'u','scp':['openid'],'jti':'AT.1'",
        "Authentik           | JWT                | 'azp':'app','uid':'u','scope':'openid','auth_time':1"
    })
    void accessTokens(String issuer, String header, String claims) throws Exception {
        assertThat(PROVEN.validate(token(header, claims))).as(issuer).isNull();
        assertThat(ANY.validate(token(header, claims))).as(issuer).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Auth0               | JWT                | 'nonce':'n','sid':'s','auth_time':1,'name':'Ann'",
        "Auth0 without nonce | JWT                | 'sid':'s','name':'Ann'",
        "Entra ID            | JWT                | 'nonce':'n','tid':'t','ver':'2.0','oid':'o'",
        "Okta                |                    | 'jti':'ID.1','amr':['pwd'],'at_hash':'h','auth_time':1",
        "Dex, both kinds     |                    | 'at_hash':'h','email':'a@b'",
        "Authentik           | JWT                | 'auth_time':1,'acr':'x','c_hash':'h'",
        "says both           | JWT                | 'scope':'openid','nonce':'n'",
        "says both           | JWT                | 'scope':'openid','at_hash':'h'",
        "an empty scope      | JWT                | 'scope':' '",
        "null as scope       | JWT                | 'scope':null",
        "nothing             | JWT                | 'azp':'app'"
    })
    void idTokensAndWhatSaysNothing(String issuer, String header, String claims) throws Exception {
        assertThat(PROVEN.validate(token(header, claims))).as(issuer).isNotNull();
        assertThat(STRICT.validate(token(header, claims))).as(issuer).isNotNull();
        assertThat(ANY.validate(token(header, claims))).as(issuer).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "JWT            | 'typ':'ID','scope':'openid'",
        "at+jwt         | 'typ':'ID','scope':'openid'",
        "JWT            | 'typ':'Refresh','scope':'openid'",
        "JWT            | 'typ':'Offline','scope':'openid'",
        "JWT            | 'typ':'DPoP','scope':'openid'",
        "JWT            | 'typ':'bearer','scope':'openid'",
        "JWT            | 'typ':7,'scope':'openid'",
        "JWT            | 'typ':['Bearer'],'scope':'openid'",
        "logout+jwt     | 'scope':'openid'",
        "dpop+jwt       | 'typ':'Bearer'",
        "secevent+jwt   | 'scope':'openid'",
        "id_token+jwt   | 'scope':'openid'",
        "``             | 'scope':'openid'"
    })
    void whatSaysThatItIsSomethingElseIsRefusedByAllRules(String header, String claims) throws Exception {
        for (AccessTokens rule : List.of(PROVEN, STRICT, ANY)) {
            assertThat(rule.validate(token(header, claims))).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"at+jwt | true", "JWT | false", " | false"})
    void theStrictRuleLooksAtTheHeaderAlone(String header, boolean good) throws Exception {
        assertThat(STRICT.validate(token(header, "'typ':'Bearer','scope':'openid'")) == null).isEqualTo(good);
    }

    private static JwtContext token(String header, String claims) throws InvalidJwtException {
        JsonWebSignature signed = new JsonWebSignature();
        if (header != null) {
            signed.setHeader("typ", header);
        }
        return new JwtContext(null, JwtClaims.parse("{" + claims.replace('\'', '"') + "}"), List.of(signed));
    }
}
