-- Providers, their models, who may call, and everything that was ever changed.
--
-- The server checks every rule before it writes; the constraints here are the second wall. Texts are compared by
-- their bytes (COLLATE "C"), as the server compares them. Moments are Unix seconds.

-- One row. Whoever changes the registry locks it first, so changes come one after the other.
CREATE TABLE registry (
    is_only_row boolean PRIMARY KEY DEFAULT true CHECK (is_only_row),
    version bigint NOT NULL DEFAULT 0 CHECK (version >= 0),
    -- Part of what encrypted keys are bound to: a row copied to another installation opens nothing there.
    installation_id uuid NOT NULL DEFAULT gen_random_uuid()
);

INSERT INTO registry DEFAULT VALUES;

CREATE TABLE providers (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(255) COLLATE "C" NOT NULL UNIQUE CHECK (name <> ''),
    provider_sdk_id varchar(255) COLLATE "C" NOT NULL UNIQUE
        CHECK (provider_sdk_id <> '' AND strpos(provider_sdk_id, ':') = 0),
    base_url varchar(2048) CHECK (base_url ~ '^https?://'),
    -- A ciphertext, never a key.
    api_key bytea,
    api_key_hint text,
    api_key_fingerprint text,
    api_key_set_at bigint,
    image_url varchar(2048) CHECK (image_url ~ '^(https://|/)'),
    is_enabled boolean NOT NULL DEFAULT true,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT providers_api_key_whole CHECK (
        num_nulls(api_key, api_key_fingerprint, api_key_set_at) IN (0, 3)
        AND (api_key_hint IS NULL OR api_key IS NOT NULL)
    )
);

CREATE TABLE provider_models (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    provider_id integer NOT NULL REFERENCES providers (id),
    name varchar(255) COLLATE "C" NOT NULL CHECK (name <> ''),
    model_sdk_id varchar(255) COLLATE "C" NOT NULL CHECK (model_sdk_id ~ '^[^:]+:.'),
    is_default boolean NOT NULL DEFAULT false,
    is_enabled boolean NOT NULL DEFAULT true,
    version bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    UNIQUE (provider_id, model_sdk_id),
    CONSTRAINT provider_models_default_enabled CHECK (is_enabled OR NOT is_default)
);

CREATE UNIQUE INDEX provider_models_one_default
ON provider_models (is_default)
WHERE is_default;

-- Rules between two tables hold when a transaction ends, so that its steps may come in any order.

CREATE FUNCTION check_default_of_enabled_provider() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    is_provider_enabled boolean;
BEGIN
    -- The lock makes two transactions that disable the provider and mark its model wait for each other.
    SELECT provider.is_enabled INTO is_provider_enabled
    FROM provider_models AS model
    JOIN providers AS provider ON provider.id = model.provider_id
    WHERE model.is_default
    FOR SHARE OF provider;
    IF NOT is_provider_enabled THEN
        RAISE EXCEPTION 'the default model is of a disabled provider'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'provider_models_default_of_enabled_provider';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER provider_models_default_of_enabled_provider
AFTER INSERT OR UPDATE OF is_default, provider_id ON provider_models
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
WHEN (NEW.is_default)
EXECUTE FUNCTION check_default_of_enabled_provider();

CREATE CONSTRAINT TRIGGER providers_default_of_enabled_provider
AFTER UPDATE OF is_enabled ON providers
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
WHEN (NOT NEW.is_enabled)
EXECUTE FUNCTION check_default_of_enabled_provider();

CREATE FUNCTION check_model_of_own_provider() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT
        FROM provider_models AS model
        JOIN providers AS provider ON provider.id = model.provider_id
        WHERE CASE TG_TABLE_NAME WHEN 'providers' THEN provider.id = NEW.id ELSE model.id = NEW.id END
        AND NOT starts_with(model.model_sdk_id, provider.provider_sdk_id || ':')
    ) THEN
        RAISE EXCEPTION 'a model''s SDK id does not begin with its provider''s'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'provider_models_own_prefix';
    END IF;
    RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER provider_models_own_prefix
AFTER INSERT OR UPDATE OF model_sdk_id, provider_id ON provider_models
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
EXECUTE FUNCTION check_model_of_own_provider();

CREATE CONSTRAINT TRIGGER providers_own_prefix
AFTER UPDATE OF provider_sdk_id ON providers
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW
EXECUTE FUNCTION check_model_of_own_provider();

-- One row per change of one thing; those of one operation share a version.
CREATE TABLE changes (
    version bigint NOT NULL,
    ordinal integer NOT NULL,
    at bigint NOT NULL,
    actor text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CREATED', 'UPDATED', 'DELETED', 'DEFAULT_SET', 'DEFAULT_CLEARED')),
    -- As the API spells ids: provider_12, model_34.
    entity text COLLATE "C" NOT NULL,
    summary text NOT NULL,
    -- The fields that became different, by their names in the API; never a key.
    before jsonb CHECK ((before IS NULL) = (kind = 'CREATED')),
    after jsonb CHECK ((after IS NULL) = (kind = 'DELETED')),
    PRIMARY KEY (version, ordinal)
);

CREATE INDEX changes_entity ON changes (entity, version);

CREATE TABLE tokens (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(255) COLLATE "C" NOT NULL CHECK (name <> ''),
    role text NOT NULL CHECK (role IN ('VIEWER', 'MEMBER', 'EDITOR', 'ADMIN')),
    -- SHA-256 of the token, never the token.
    hash bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
    hint text NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint,
    expires_at bigint,
    revoked_at bigint
);

-- The master keys that ever encrypted something here, by their ids; never a key.
CREATE TABLE master_keys (
    fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{16}$'),
    first_used_at bigint NOT NULL
);
